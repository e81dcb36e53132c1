package cme.reference;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.sql.SQLException;

/// Serves one row's `jsonb` by its primary key.
@Path("/documents")
@RunOnVirtualThread
public class DocumentResource {

    private final AgroalDataSource database;

    DocumentResource(AgroalDataSource database) {
        this.database = database;
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("board")
    public String get(@PathParam("id") String id) throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select body from reference.document where id = ?")) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new NotFoundException();
                }
                return rows.getString(1);
            }
        }
    }
}
