package io.pipewright.engine.project.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.HostEnvironment;
import io.pipewright.engine.project.HostEnvironment.OperatingSystem;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesFolderTest {

    private static final Path PROJECT = Path.of("/srv/demo");
    private static final Path HOME = Path.of("/home/ada");

    @ParameterizedTest(name = "MAGE_DATA_DIR={0}, variables_dir: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '`',
            textBlock =
                    """
                    -            | -                        | /home/ada/.mage_data/demo
                    -            | ''                       | /home/ada/.mage_data/demo
                    -            | ~                        | /home/ada/.mage_data/demo
                    -            | "~/data"                 | /home/ada/data/demo
                    -            | "~"                      | /home/ada/demo
                    -            | /data                    | /data/demo
                    -            | " /data "                | /data/demo
                    -            | /data/../store/          | /store/demo
                    -            | ./                       | /srv/demo
                    -            | .                        | /srv/demo
                    -            | data                     | /srv/demo/data
                    -            | ../common                | /srv/common
                    -            | /srv/demo               | /srv/demo
                    -            | s3://bucket/vars         | s3://bucket/vars
                    -            | gs://bucket/vars         | gs://bucket/vars
                    -            | "{{ env_var('OUT') }}"   | /out/demo
                    -            | "{{ env_var('NO', '/d') }}" | /d/demo
                    -            | "{{ env_var('OUT') }}/x" | /out/x/demo
                    -            | "{{ mage_secret_var('s') }}" | /srv/demo/None
                    /env         | /data                    | /env/demo
                    /env         | -                        | /env/demo
                    /srv/demo   | /data                    | /srv/demo
                    rel          | /data                    | /srv/demo/rel
                    ~/x          | /data                    | /srv/demo/~/x
                    s3://b/x     | /data                    | s3://b/x
                    ``           | /data                    | /data/demo
                    """)
    void followsTheRuleOfTheFormat(String environment, String written, String location) {
        String text =
                written == null ? "project_type: standalone\n" : "variables_dir: " + written + "\n";

        assertEquals(location, resolve(environment, text));
    }

    @Test
    void takesTheUsualFolderWhenTheFileIsBroken() {
        assertEquals("/home/ada/.mage_data/demo", resolve(null, "variables_dir: [\n"));
    }

    @Test
    void rendersTheWholeFileWhereItIsNoYamlBefore() {
        assertEquals(
                "/out/demo", resolve(null, "{% if true %}\nvariables_dir: /out\n{% endif %}\n"));
    }

    private static String resolve(
            @org.jspecify.annotations.Nullable String environment, String text) {
        Map<String, String> variables =
                environment == null
                        ? Map.of("OUT", "/out")
                        : Map.of("OUT", "/out", "MAGE_DATA_DIR", environment);
        var host = new HostEnvironment(variables, HOME, OperatingSystem.LINUX);
        return VariablesFolder.resolve(PROJECT, host, text).location();
    }
}
