package cme.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.contract.ConfigurationTable;
import io.smallrye.config.ConfigMappings.ConfigClass;
import org.junit.jupiter.api.Test;

class ConfigurationTableTest {

    @Test
    void theTableNamesEverySettingWithItsDefault() {
        var settings = ConfigClass.configClass(CatalogConfig.class).getProperties();
        assertThat(ConfigurationTable.rows("CME_CATALOG"))
                .isEqualTo(ConfigurationTable.rowsOf(settings))
                .isNotEmpty();
    }
}
