package cme.catalog.activity;

import cme.catalog.activity.Description.CreditsPer;
import cme.catalog.activity.RevisionView.FieldChange;
import cme.chassis.http.Cursor;
import cme.chassis.http.Page;
import cme.chassis.http.PageRequest;
import cme.chassis.json.Fields;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The revisions of an activity, read from the log.
@Singleton
public class History {

    /// The number of revisions that a stale editor is told of at most.
    private static final int MAX_REVISIONS_SINCE = 20;

    private static final String REVISIONS =
            """
            select payload::text as state, (payload->>'revision')::int as revision, type,
                (select reason.payload->>'reason' from event_log reason
                 where reason.key = e.key and reason.type = :reasonType
                   and reason.payload->'revision' = e.payload->'revision'
                 limit 1) as reason
            from event_log e
            where key = :code and type = any(:types)
              and (payload->>'revision')::int between :first and :last
            order by revision
            """;

    private final ObjectMapper mapper;

    History(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    private record Row(int revision, JsonNode state, String type, @Nullable String reason) {}

    /// Reads which page of a history the query asks for.
    public static PageRequest pageAsked(Fields query) {
        return PageRequest.read(query, 1, cursor -> cursor.part(0).matches("[1-9][0-9]{0,8}"));
    }

    /// Revisions in the order in which they were made.
    public Page<RevisionView> page(Handle handle, ActivityCode code, PageRequest asked) {
        int after = asked.after() == null ? 0 : Integer.parseInt(asked.after().part(0));
        List<RevisionView> views =
                views(rows(handle, code, after, after + asked.rowsToFetch()), after);
        return Page.of(views, asked, view -> Cursor.of(Integer.toString(view.revision())));
    }

    /// The revisions after one; only the latest if there are many.
    public List<RevisionView> since(Handle handle, ActivityCode code, int revision, int current) {
        int after = Math.max(revision, current - MAX_REVISIONS_SINCE);
        return views(rows(handle, code, after, current), after);
    }

    /// Whether the activity ever had the approval.
    public boolean knowsApproval(Handle handle, ActivityCode code, UUID approval) {
        return handle.createQuery(
                        """
                        select exists (select from event_log where key = :code
                            and payload @> jsonb_build_object(
                                'approvals', jsonb_build_array(jsonb_build_object('id', :id))))
                        """)
                .bind("code", code.value())
                .bind("id", approval.toString())
                .mapTo(Boolean.class)
                .one();
    }

    private List<Row> rows(Handle handle, ActivityCode code, int first, int last) {
        return handle.createQuery(REVISIONS)
                .bind("code", code.value())
                .bind("types", Occasion.eventSchemas().keySet().toArray(String[]::new))
                .bind("reasonType", Occasion.REASON_TYPE)
                .bind("first", first)
                .bind("last", last)
                .map(
                        (row, _) ->
                                new Row(
                                        row.getInt("revision"),
                                        parsed(row.getString("state")),
                                        row.getString("type"),
                                        row.getString("reason")))
                .list();
    }

    /// The first row only tells what the second one changed, unless it is revision 1.
    private List<RevisionView> views(List<Row> rows, int after) {
        var views = new ArrayList<RevisionView>();
        JsonNode before = mapper.createObjectNode();
        for (Row row : rows) {
            if (row.revision() > after) {
                views.add(
                        RevisionView.of(
                                row.state(),
                                Occasion.ofEventType(row.type()),
                                row.reason(),
                                row.revision() == 1
                                        ? List.of()
                                        : FieldChange.between(before, row.state())));
            }
            before = row.state();
        }
        return views;
    }

    private JsonNode parsed(String json) {
        try {
            ObjectNode state = (ObjectNode) mapper.readTree(json);
            // Events of before these were added lack them.
            state.putIfAbsent("creditsPer", TextNode.valueOf(CreditsPer.COMPLETION.name()));
            state.putIfAbsent("duration", NullNode.getInstance());
            return state;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The log holds a payload that is not JSON", e);
        }
    }
}
