package cme.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class CommitFailureTest {

    /// As Narayana and the pool build it when the database refuses or is killed at the commit.
    private static QuarkusTransactionException commitFailedWith(String sqlState) {
        var resource = new XAException("Error trying to transactionCommit local transaction");
        resource.initCause(new SQLException("refused", sqlState));
        var rollback = new RollbackException("Could not commit transaction.");
        rollback.addSuppressed(resource);
        return new QuarkusTransactionException(rollback);
    }

    @Test
    void aDatabaseThatIsKilledAtTheCommitIsAnOutage() {
        assertThat(Outage.isBehind(commitFailedWith("57P01"))).isTrue();
        assertThat(Outage.of(commitFailedWith("57P01"))).isEqualTo("SQLSTATE 57P01");
        assertThat(Outage.isWhateverTheData(commitFailedWith("57P01"))).isTrue();
    }

    @Test
    void aStandbyThatRefusesToWriteIsAnOutage() {
        assertThat(Outage.isBehind(commitFailedWith("25006"))).isTrue();
        assertThat(Outage.isWhateverTheData(commitFailedWith("25006"))).isTrue();
    }

    @Test
    void aDeferredConstraintThatFailsAtTheCommitIsNone() {
        assertThat(Outage.isBehind(commitFailedWith("23503"))).isFalse();
        assertThat(Outage.isWhateverTheData(commitFailedWith("23503"))).isFalse();
        assertThat(LostRace.isBehind(commitFailedWith("23503"))).isFalse();
    }

    @Test
    void aKeyThatIsTakenAtTheCommitIsALostRace() {
        assertThat(LostRace.isBehind(commitFailedWith("23505"))).isTrue();
    }
}
