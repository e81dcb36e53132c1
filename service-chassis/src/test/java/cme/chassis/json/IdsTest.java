package cme.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    private static final String ID = "0199a7f2-3c55-7d1e-8b11-0242ac120002";

    @Test
    void readsAnIdInEitherCase() {
        assertThat(Ids.find(ID)).contains(UUID.fromString(ID));
        assertThat(Ids.find(ID.toUpperCase(Locale.ROOT))).contains(UUID.fromString(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "1-1-1-1-1",
                "0199a7f23c557d1e8b110242ac120002",
                "0199a7f2-3c55-7d1e-8b11-0242ac12000",
                "0199a7f2-3c55-7d1e-8b11-0242ac1200022",
                "0199a7f2-3c55-7d1e-8b11-0242ac12000x",
                " 0199a7f2-3c55-7d1e-8b11-0242ac120002"
            })
    void findsNoneInAnyOtherForm(String text) {
        assertThat(Ids.find(text)).isEmpty();
    }
}
