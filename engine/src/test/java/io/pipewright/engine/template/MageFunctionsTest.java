package io.pipewright.engine.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MageFunctionsTest {
    private final List<String> warnings = new ArrayList<>();

    @Test
    void printsNoneForAnUnsetVariableAndWarns() {
        assertEquals("None", render("{{ env_var('NOPE') }}"));
        assertEquals(
                List.of("the environment variable 'NOPE' is not set: it prints as None"), warnings);
    }

    @Test
    void takesTheDefaultOfAnUnsetVariableWithoutAWarning() {
        assertEquals(
                "d e", render("{{ env_var('NOPE', 'd') }} {{ env_var('NOPE', default='e') }}"));
        assertEquals(List.of(), warnings);
    }

    @Test
    void readsASecretAndAKeyOfItsJson() {
        assertEquals("pw", render("{{ json_value(mage_secret_var('db'), 'password') }}"));
    }

    @Test
    void printsNoneForAnUnknownSecretAndWarns() {
        assertEquals("None", render("{{ mage_secret_var('nope') }}"));
        assertEquals(List.of("there is no secret 'nope': it prints as None"), warnings);
    }

    @Test
    void neverQuotesTheTextThatIsNoJson() {
        var failure =
                assertThrows(
                        TemplateException.class, () -> render("\n{{ json_value('s3cret', 'a') }}"));

        assertEquals(
                "line 2: this is no JSON: expected a value (character 1)", failure.getMessage());
    }

    @Test
    void namesTheKeyThatIsMissing() {
        var failure =
                assertThrows(
                        TemplateException.class,
                        () -> render("{{ json_value(mage_secret_var('db'), 'user') }}"));

        assertEquals(
                "line 1: json_value() finds no key 'user' in the JSON object",
                failure.getMessage());
    }

    private String render(String template) {
        var functions =
                new MageFunctions(
                        Map.of("X", "xval"),
                        name ->
                                name.equals("db")
                                        ? Optional.of("{\"password\": \"pw\"}")
                                        : Optional.empty(),
                        warnings::add);
        return Template.parse(template).render(functions.byName(), TemplateOptions.lenient());
    }
}
