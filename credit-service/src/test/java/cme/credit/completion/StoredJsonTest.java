package cme.credit.completion;

import static org.assertj.core.api.Assertions.assertThat;

import cme.test.contract.ContractFiles;
import org.junit.jupiter.api.Test;

class StoredJsonTest {

    @Test
    void aRevisionOfANewerVersionIsReadWithoutItsNewFields() {
        String logged = ContractFiles.read("examples/cme.credit.completion.recorded.json");
        CompletionView read = StoredJson.read(logged, CompletionView.class);
        String newer = logged.replace("{", "{\"later\": {\"a\": 1},");
        assertThat(StoredJson.read(newer, CompletionView.class)).isEqualTo(read);
    }
}
