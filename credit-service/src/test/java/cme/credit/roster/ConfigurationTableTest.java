package cme.credit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cme.credit.heldrow.ReviewLimits;
import cme.credit.identity.IdentitySettings;
import cme.credit.matching.MatchingLimits;
import cme.credit.privacy.RetentionSettings;
import cme.test.contract.ConfigurationTable;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTableTest {

    @Test
    void theTableNamesEverySettingWithItsDefault() {
        Map<String, String> settings = new HashMap<>();
        for (Class<?> mapping :
                List.of(
                        RosterLimits.class,
                        IdentitySettings.class,
                        ReviewLimits.class,
                        MatchingLimits.class,
                        RetentionSettings.class)) {
            settings.putAll(ConfigClass.configClass(mapping).getProperties());
        }
        assertThat(ConfigurationTable.rows("CME_CREDIT"))
                .isEqualTo(ConfigurationTable.rowsOf(settings))
                .isNotEmpty();
    }
}
