package cme.credit.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// The pages of a transcript, judged by veraPDF.
class TranscriptPdfTest {
    private static final TranscriptCode CODE = TranscriptCode.random();
    private static final LocalDate DAY = LocalDate.of(2026, 10, 4);

    @BeforeAll
    static void theJudgeIsThere() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_B", "PDFUA_1"})
    void aTranscriptCanBeKeptAndReadAloud(PDFAFlavour standard) throws Exception {
        assertThat(violations(pdf(transcript(120, "Grand rounds")), standard)).isEmpty();
        assertThat(violations(pdf(transcript(0, "")), standard)).isEmpty();
        assertThat(violations(pdf(transcript(1, "手外科 e\u0301 🙂")), standard)).isEmpty();
        assertThat(violations(pdf(transcript("王小明", 1, "")), standard)).isEmpty();
    }

    @Test
    void whatCannotBePrintedIsSeenAndExplained() throws IOException {
        for (String title :
                new String[] {
                    "手外科", "الجراحة", "ศัลยกรรม", "शल्य चिकित्सा", "🙂", "\ud83d\ude42"
                }) {
            String page = text(pdf(transcript(1, title)));
            assertThat(page).as(title).contains("□", "The sign □ is printed for a character");
        }
        assertThat(text(pdf(transcript(1, "Łódź Ørsted Ђоковић Αθήνα"))))
                .contains("Łódź Ørsted Ђоковић Αθήνα")
                .doesNotContain("□");
    }

    @ParameterizedTest
    @ValueSource(strings = {"王小明", "محمد", "สมชาย", "देवी"})
    void aNameThatCannotBePrintedIsSeenAndExplained(String name) throws IOException {
        String page = text(pdf(transcript(name, 1, "Grand rounds")));
        assertThat(page)
                .contains("□".repeat(name.length()), "The sign □ is printed for a character")
                .doesNotContain(name);
        String letters = text(pdf(transcript("Ђоковић Łukasz", 1, "Grand rounds")));
        assertThat(letters).contains("Ђоковић Łukasz").doesNotContain("□");
    }

    @Test
    void aLongTitleIsBrokenIntoLines() throws IOException {
        String title = "Reconstruction of the hand ".repeat(11) + "x".repeat(100);
        String page = text(pdf(transcript(1, title)));
        assertThat(page.replaceAll("\\s", "")).contains("x".repeat(100));
    }

    private static List<String> violations(byte[] pdf, PDFAFlavour standard) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), standard);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(standard, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }

    private static byte[] pdf(Transcript transcript) {
        return TranscriptPdf.of(transcript, CODE, URI.create("https://cme.example/v1/" + CODE));
    }

    @Test
    void theCodeAndItsAddressArePrinted() throws IOException {
        assertThat(text(pdf(transcript(1, "Grand rounds"))).replaceAll("\\s", ""))
                .contains("Verificationcode" + CODE, "https://cme.example/v1/" + CODE);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    private static Transcript transcript(int rows, String title) {
        return transcript("María López-García", rows, title);
    }

    private static Transcript transcript(String name, int rows, String title) {
        List<TranscriptItem> items =
                IntStream.range(0, rows)
                        .mapToObj(
                                i ->
                                        new TranscriptItem(
                                                UUID.randomUUID(),
                                                DAY.plusDays(i),
                                                null,
                                                title,
                                                null,
                                                i % 2 == 0 ? "ASPS" : null,
                                                i % 3 == 0 ? "AMA_PRA_1" : null,
                                                new BigDecimal("1.50"),
                                                i % 5 == 0 ? null : new BigDecimal("0.25")))
                        .toList();
        var window = new TranscriptWindow(DAY.minusYears(1), DAY);
        return new Transcript(
                "012345",
                name,
                Instant.parse("2026-10-05T12:00:00Z"),
                new TranscriptQuery(null, null, List.of(window)),
                items);
    }
}
