package cme.portal.page;

import cme.portal.services.ServiceProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The values of an address, read one by one. A value that cannot be read, or that a service does
/// not take, is left out and said in words at its field, and the rest of the page is there.
///
/// ```java
/// return address.asking(() -> page(address.day("from", from), address.cursor(cursor)));
/// ```
@Named("address")
@RequestScoped
public class AddressFields {
    private static final int INVALID = 400;

    /// The service's own sentence is for readers where it is about a day or a number.
    private static final String OWN_SENTENCE = "";

    private final Supplier<Formats> formats;
    private final Map<String, String> sentences = new HashMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    @Inject
    AddressFields(Frame frame) {
        this(frame::formats);
    }

    AddressFields(Supplier<Formats> formats) {
        this.formats = formats;
    }

    /// A day as a browser's date field sends it; null if it is empty or was left out.
    public @Nullable LocalDate day(String field, @Nullable String typed) {
        return read(field, typed, "The calendar has no such day. Choose one.", LocalDate::parse);
    }

    /// An instant of a link; null if it is empty or was left out.
    public @Nullable Instant instant(String field, @Nullable String typed) {
        String sentence = "There is no such moment of which something could be known.";
        Instant read = read(field, typed, sentence, Instant::parse);
        sentences.put(field, sentence);
        return read;
    }

    /// A whole number; null if it is empty or was left out.
    public @Nullable Integer number(String field, @Nullable String typed) {
        return read(field, typed, "This is no whole number.", Integer::valueOf);
    }

    /// A text that only the service can judge, such as a code or the mark of a page of a list; null
    /// if it is empty or was left out.
    ///
    /// @param sentence said when the service does not take it
    public @Nullable String text(String field, @Nullable String typed, String sentence) {
        sentences.put(field, sentence);
        return faults.containsKey(field) ? null : Typed.orNull(typed);
    }

    /// The mark of a page of a list; null for the first page.
    public @Nullable String cursor(@Nullable String typed) {
        return text("cursor", typed, "This part of the list is not there. Here is its beginning.");
    }

    private <T> @Nullable T read(
            String field, @Nullable String typed, String sentence, Function<String, T> reading) {
        sentences.put(field, OWN_SENTENCE);
        String text = Typed.text(typed);
        if (text.isEmpty() || faults.containsKey(field)) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (DateTimeException | NumberFormatException _) {
            faults.put(field, sentence);
            return null;
        }
    }

    /// Says what is wrong with a value that could be read.
    public void refuse(String field, String sentence) {
        faults.put(field, sentence);
    }

    /// Asks for a page. Where a service does not take one of the values, the page is asked for once
    /// more without it.
    ///
    /// @param page reads the values anew and asks the services
    /// @throws ServiceProblem of anything else
    public <T> T asking(Supplier<T> page) {
        try {
            return page.get();
        } catch (ServiceProblem problem) {
            if (!isAboutTheAddress(problem)) {
                throw problem;
            }
            problem.errors()
                    .forEach(
                            error ->
                                    faults.putIfAbsent(
                                            error.field(),
                                            sentence(error.field(), error.detail())));
            return page.get();
        }
    }

    /// Asks for a file. Where a value was left out, or the service does not take one, there is no
    /// file, and the page with the same values says why.
    ///
    /// @param page the address of the page
    /// @param file asks the service with values that were read before
    public Response file(Query page, Supplier<Response> file) {
        try {
            if (faults.isEmpty()) {
                return file.get();
            }
        } catch (ServiceProblem problem) {
            if (!isAboutTheAddress(problem)) {
                throw problem;
            }
        }
        return Response.seeOther(URI.create(page.toString())).build();
    }

    private boolean isAboutTheAddress(ServiceProblem problem) {
        return problem.status() == INVALID
                && !problem.errors().isEmpty()
                && problem.errors().stream()
                        .allMatch(
                                error ->
                                        sentences.containsKey(error.field())
                                                && !faults.containsKey(error.field()));
    }

    private String sentence(String field, String ofService) {
        String own = sentences.getOrDefault(field, OWN_SENTENCE);
        return own.equals(OWN_SENTENCE) ? Sentences.of(ofService, formats.get()) : own;
    }

    /// For a template: the sentence at a field; null if nothing is wrong with it.
    public @Nullable String fault(String field) {
        return faults.get(field);
    }

    /// For a template: all sentences, in the order in which they were found.
    public List<String> faults() {
        return List.copyOf(faults.values());
    }

    /// Whether a value was left out.
    public boolean isRefused(String field) {
        return faults.containsKey(field);
    }
}
