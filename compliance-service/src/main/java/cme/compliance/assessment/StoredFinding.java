package cme.compliance.assessment;

import static cme.compliance.diplomate.Rows.date;

import cme.compliance.rules.Amount;
import cme.compliance.rules.Amount.Unit;
import cme.compliance.rules.Credits;
import cme.compliance.rules.DiplomateId;
import cme.compliance.rules.Finding;
import cme.compliance.rules.Finding.State;
import cme.compliance.rules.Requirement;
import cme.compliance.rules.StatusChange.Snapshot;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/// A finding of a diplomate as it stands in the table.
record StoredFinding(
        DiplomateId diplomate,
        Finding.Key key,
        LocalDate deadline,
        State state,
        Amount required,
        Amount earned,
        Amount remaining) {

    static StoredFinding of(DiplomateId diplomate, Finding finding) {
        return new StoredFinding(
                diplomate,
                finding.key(),
                finding.deadline(),
                finding.state(),
                finding.required(),
                finding.earned(),
                finding.remaining());
    }

    static StoredFinding of(ResultSet row) throws SQLException {
        var unit = Unit.valueOf(row.getString("unit"));
        return new StoredFinding(
                new DiplomateId(row.getString("diplomate_id")),
                new Finding.Key(
                        new Requirement.Id(row.getString("requirement")), row.getInt("due_year")),
                date(row, "deadline"),
                State.valueOf(row.getString("state")),
                amount(unit, row.getBigDecimal("required")),
                amount(unit, row.getBigDecimal("earned")),
                amount(unit, row.getBigDecimal("remaining")));
    }

    /// Both units are counted in quarters.
    private static Amount amount(Unit unit, BigDecimal number) {
        return new Amount(unit, Credits.of(number).quarters());
    }

    Snapshot.Entry entry() {
        return new Snapshot.Entry(key, state, earned);
    }
}
