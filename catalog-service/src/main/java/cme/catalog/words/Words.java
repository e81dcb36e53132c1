package cme.catalog.words;

import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handle;

/// An activity is found by the names of its provider and of the tracer procedures that it is
/// approved for. When one of these is renamed, the activities concerned are found by the new name.
@Singleton
public class Words {

    private static final String REFRESH =
            """
            update activity a
            set words = activity_words(a.code, a.title, a.provider, array(
                select unnest(procedures) from approval where approval.activity = a.code))
            """;

    /// To be called in the transaction of the renaming.
    public void refreshOfProvider(Handle transaction, String provider) {
        transaction
                .createUpdate(REFRESH + "where a.provider = :provider")
                .bind("provider", provider)
                .execute();
    }

    /// To be called in the transaction of the renaming.
    public void refreshOfProcedure(Handle transaction, String procedure) {
        transaction
                .createUpdate(
                        REFRESH
                                + """
                                where a.code in (
                                    select activity from approval where procedures @> array[:procedure]::text[])
                                """)
                .bind("procedure", procedure)
                .execute();
    }
}
