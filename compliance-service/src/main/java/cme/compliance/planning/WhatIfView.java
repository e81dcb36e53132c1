package cme.compliance.planning;

import cme.compliance.assessment.ChangesView;
import cme.compliance.assessment.StatusView;
import cme.compliance.rules.WhatIf;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The status as it would be, with the differences.
@Schema(name = "WhatIf", description = "The status as it would be, and what would be different")
record WhatIfView(@JsonUnwrapped StatusView status, ChangesView changes) {

    static WhatIfView of(WhatIf answer) {
        return new WhatIfView(StatusView.of(answer.status()), ChangesView.of(answer.changes()));
    }
}
