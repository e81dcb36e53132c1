package cme.credit.rosterfile;

import cme.chassis.json.Fields;
import cme.chassis.json.FlatJson;
import cme.chassis.problem.Violation;
import cme.credit.posting.Reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a completion that is a JSON object among others.
final class JsonRow {
    private static final Pattern NAME =
            Pattern.compile("\"externalId\"\\s*:\\s*\"([^\"\\\\]{1,100})\"");

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
            case FlatJson.Row.Broken(
                            String code,
                            String detail,
                            ObjectNode content,
                            String text) -> {
                if (content != null) {
                    defaults.fill(content);
                }
                yield new Reading.Broken(row, new Violation("", code, detail), content, text);
            }
        };
    }

    static Reading broken(int row, String code, String detail) {
        return new Reading.Broken(row, new Violation("", code, detail));
    }

    /// @param text the row as it was posted; its name is kept if it can be made out, so that the
    ///   mended row takes its place
    static Reading broken(int row, String code, String detail, String text) {
        Matcher name = NAME.matcher(text);
        ObjectNode content =
                name.find()
                        ? JsonNodeFactory.instance.objectNode().put("externalId", name.group(1))
                        : null;
        return new Reading.Broken(row, new Violation("", code, detail), content, text);
    }
}
