package cme.portal.page;

import cme.portal.credit.CreditClient;
import cme.portal.credit.Identity;
import cme.portal.credit.PersonName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// The names of diplomates, for lists that the services give with numbers only.
@ApplicationScoped
public class People {
    private final CreditClient credit;
    private final Concurrently concurrently;

    People(@RestClient CreditClient credit, Concurrently concurrently) {
        this.credit = credit;
        this.concurrently = concurrently;
    }

    /// The names by number, all in one call, as a list has them (`Osler, Ada`). Those that were
    /// erased have none.
    ///
    /// @param numbers of one page of a list
    public Part<Map<String, String>> names(Collection<String> numbers) {
        List<String> distinct = numbers.stream().distinct().toList();
        if (distinct.isEmpty()) {
            return new Part.Here<>(Map.of());
        }
        return concurrently
                .ask(
                        () ->
                                credit.identities(
                                        null, String.join(",", distinct), distinct.size(), null))
                .part()
                .map(
                        found ->
                                found.items().stream()
                                        .filter(one -> one.familyName() != null)
                                        .collect(
                                                Collectors.toMap(
                                                        Identity::diplomateId,
                                                        one ->
                                                                PersonName.listed(
                                                                        one.givenName(),
                                                                        one.familyName()))));
    }
}
