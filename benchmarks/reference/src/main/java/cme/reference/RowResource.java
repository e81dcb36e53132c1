package cme.reference;

import com.fasterxml.jackson.databind.JsonNode;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import java.sql.SQLException;

/// Writes what is posted as two rows, in one statement and unseen.
@Path("/rows")
@RunOnVirtualThread
public class RowResource {

    private static final String INSERT =
            """
            with recorded as (
                insert into reference.completion (id, revision, status, diplomate_id, activity, completed_on,
                    credits, patient_safety_credits, poster, external_id, content_hash, recorded_at, recorded_by)
                values (uuidv7(), 1, 'RECORDED', ?, ?, ?::date, ?, ?, 'PROVIDER:ASPS', ?, gen_random_uuid(), now(),
                    'ASPS'))
            insert into reference.event_log (key, type, payload, recorded_at, recorded_by)
            values (?, 'cme.credit.completion.recorded', ?::jsonb, now(), 'ASPS')
            """;

    private final AgroalDataSource database;

    RowResource(AgroalDataSource database) {
        this.database = database;
    }

    @POST
    @RolesAllowed("society")
    public Response post(JsonNode body) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, body.path("diplomateId").asText());
            insert.setString(2, body.path("activity").asText());
            insert.setString(3, body.path("completedOn").asText());
            insert.setBigDecimal(4, body.path("credits").decimalValue());
            insert.setBigDecimal(5, body.path("patientSafetyCredits").decimalValue());
            insert.setString(6, body.path("externalId").asText());
            insert.setString(7, body.path("diplomateId").asText());
            insert.setString(8, body.toString());
            insert.executeUpdate();
        }
        return Response.status(Response.Status.CREATED).entity(body).build();
    }
}
