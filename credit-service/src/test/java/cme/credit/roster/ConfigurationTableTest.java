package cme.credit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.contract.ConfigurationTable;
import io.smallrye.config.ConfigMappings.ConfigClass;
import org.junit.jupiter.api.Test;

class ConfigurationTableTest {

    @Test
    void theTableNamesEverySettingWithItsDefault() {
        var settings = ConfigClass.configClass(RosterLimits.class).getProperties();
        assertThat(ConfigurationTable.rows("CME_CREDIT"))
                .isEqualTo(ConfigurationTable.rowsOf(settings))
                .isNotEmpty();
    }
}
