package cme.credit.rosterfile;

import cme.chassis.json.Fields;
import cme.chassis.json.FlatJson;
import cme.chassis.problem.Violation;
import cme.credit.posting.Reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;

/// Reads a completion that is a JSON object among others.
final class JsonRow {
    private JsonRow() {}

    /// Reads the current value of the parser.
    ///
    /// @param defaults values of fields that the row lacks
    static Reading read(JsonParser parser, int row, RosterDefaults defaults) throws IOException {
        return switch (FlatJson.read(parser)) {
            case FlatJson.Row.Flat(ObjectNode content) -> {
                defaults.fill(content);
                yield Reading.of(row, Fields.of(content), content);
            }
            case FlatJson.Row.Broken(String code, String detail) -> broken(row, code, detail);
        };
    }

    static Reading broken(int row, String code, String detail) {
        return new Reading.Broken(row, new Violation("", code, detail));
    }
}
