package io.pipewright.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {

    @ParameterizedTest
    @CsvSource({
        "512M, 536870912",
        "2G, 2147483648",
        "2g, 2147483648",
        "1.5 GiB, 1610612736",
        "3GB, 3221225472",
        "1T, 1099511627776",
        "64 KiB, 65536",
        "2147483648, 2147483648",
        "7B, 7"
    })
    void readsSizesInPowersOf1024(String written, long bytes) {
        assertEquals(Optional.of(new MemorySize(bytes)), MemorySize.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "G", "two G", "-1G", "1.G", "1 G i", "2GiBi", "0", "0.1B", "99999T"})
    void refusesWhatIsNoSize(String written) {
        assertEquals(Optional.empty(), MemorySize.parse(written));
    }

    @ParameterizedTest
    @CsvSource({"1G, true", "1023M, false", "4 TiB, true"})
    void isALimitOnlyIfAWorkerFitsIn(String written, boolean fits) {
        assertEquals(fits, MemorySize.limit(written).isPresent());
    }
}
