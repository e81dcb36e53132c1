package cme.catalog.editing;

import cme.catalog.CatalogConfig;
import cme.catalog.activity.Activity;
import cme.catalog.provider.ProviderNames;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The bounds of what a society proposes: codes of its own, and so many proposals at a time that
/// wait for the board.
@Singleton
class Proposals {

    private static final String OPEN =
            "select count(*) from activity where provider = :provider and status = 'PROPOSED'";

    private final ProviderNames providers;
    private final int maxOpen;

    Proposals(ProviderNames providers, CatalogConfig config) {
        this.providers = providers;
        this.maxOpen = config.proposals().maxOpen();
    }

    /// The refusal of a code that is not the society's to give. It is the same whether or not there
    /// is such an activity, so that nobody learns of others' proposals by it.
    Optional<String> codeOfAnother(
            Handle transaction, ActivityEdit edit, @Nullable Activity current) {
        if (!(edit.editor() instanceof Editor.Society society)
                || current != null && current.description().provider().equals(society.provider())
                || providers.owns(transaction, society.provider(), edit.code().value())) {
            return Optional.empty();
        }
        return Optional.of(
                "%s proposes codes that begin with %s-, or with a prefix that the board gave it (codePrefixes)."
                        .formatted(society.provider(), society.provider()));
    }

    /// The refusal of one more proposal. The society's provider is locked, so that the count is
    /// right.
    Optional<ActivityOutcome> tooMany(Handle transaction, Editor editor) {
        if (!(editor instanceof Editor.Society society)) {
            return Optional.empty();
        }
        int open =
                transaction
                        .createQuery(OPEN)
                        .bind("provider", society.provider().value())
                        .mapTo(Integer.class)
                        .one();
        return open < maxOpen
                ? Optional.empty()
                : Optional.of(
                        new ActivityOutcome.Conflict(
                                "proposals-too-many",
                                "%s has %d proposals that wait for the board, which is the most."
                                        .formatted(society.provider(), open)));
    }
}
