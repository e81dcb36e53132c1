package cme.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolOutageTest {

    /// The two messages of the pool (Agroal): no connection became free, or none could be made.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sorry, acquisition timeout!",
                "Acquisition timeout while waiting for new connection"
            })
    void noConnectionInTimeIsAnOutage(String message) {
        var failure = new IllegalStateException(new SQLException(message));
        assertThat(Outage.isBehind(failure)).isTrue();
        assertThat(Outage.isWhateverTheData(failure)).isTrue();
    }
}
