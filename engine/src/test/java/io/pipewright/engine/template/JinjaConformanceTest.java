package io.pipewright.engine.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pipewright.engine.template.JinjaCases.JinjaCase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every template with what Jinja2 makes of it: the shared cases (recorded with 3.1.6) and our own
/// (recorded with 3.1.2).
final class JinjaConformanceTest {
    private static final JinjaCases SHARED = JinjaCases.read("/conformance/jinja/cases.json");
    private static final JinjaCases OURS = JinjaCases.read("/jinja/more-cases.json");

    @ParameterizedTest
    @MethodSource("sharedCases")
    void rendersASharedCaseAsJinja2Does(JinjaCase jinjaCase) {
        check(SHARED, jinjaCase);
    }

    @ParameterizedTest
    @MethodSource("ourCases")
    void rendersOneOfOurCasesAsJinja2Does(JinjaCase jinjaCase) {
        check(OURS, jinjaCase);
    }

    static List<JinjaCase> sharedCases() {
        return SHARED.cases();
    }

    static List<JinjaCase> ourCases() {
        return OURS.cases();
    }

    private static void check(JinjaCases file, JinjaCase jinjaCase) {
        if (jinjaCase.expected().isPresent()) {
            assertEquals(jinjaCase.expected().get(), render(file, jinjaCase));
        } else {
            assertThrows(TemplateException.class, () -> render(file, jinjaCase));
        }
    }

    private static String render(JinjaCases file, JinjaCase jinjaCase) {
        return Template.parse(jinjaCase.template())
                .render(file.context(), TemplateOptions.lenient());
    }
}
