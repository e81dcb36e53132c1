package cme.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.contract.ConfigurationTable;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class ConfigurationTableTest {

    @Test
    void theTableNamesEverySettingWithItsDefault() {
        var settings = new HashMap<>(ConfigClass.configClass(PortalConfig.class).getProperties());
        settings.values().removeIf(""::equals);
        assertThat(ConfigurationTable.rows("CME_PORTAL"))
                .isEqualTo(ConfigurationTable.rowsOf(settings))
                .isNotEmpty();
    }
}
