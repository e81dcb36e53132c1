package cme.credit.rosterfile;

import cme.chassis.json.BodySpool;
import cme.chassis.json.JsonCharset;
import cme.chassis.json.TextEncoding;
import cme.chassis.problem.InvalidRequest;
import cme.chassis.problem.Problem;
import cme.credit.posting.Notice;
import cme.credit.posting.Reading;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A roster as a MedBiquitous Activity Report (ANSI/MEDBIQ AR.10.1), version 1 or 2, read element
/// by element. An element of a namespace that is neither the report's own nor one of MedBiquitous
/// is an extension and passed over with what is in it.
///
/// A report with a document type, an entity or an external reference is refused: no real one has
/// any.
final class XmlRoster implements RosterDocument {
    /// As many bytes as tell the charset.
    private static final int START_BYTES = 4;

    private static final int MAX_DEPTH = 40;
    private static final int MAX_TEXT_CHARS = 20_000;

    private static final Set<String> ROOTS =
            Set.of("activityreports", "activityreport", "accmelearnerreports");

    private static final XMLInputFactory PARSERS = parsers();

    private final XMLStreamReader xml;
    private final BoundedBytes bytes;
    private final ActivityReport report;
    private String namespace = "";
    private int depth;

    /// The depth of the extension that is passed over; 0 outside of extensions.
    private int extension;

    private XmlRoster(XMLStreamReader xml, BoundedBytes bytes, ActivityReport report) {
        this.xml = xml;
        this.bytes = bytes;
        this.report = report;
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        parsers.setProperty(XMLInputFactory.IS_COALESCING, false);
        parsers.setXMLResolver(
                (_, _, _, _) -> {
                    throw new XMLStreamException("External references are not read");
                });
        return parsers;
    }

    static XmlRoster open(BodySpool spool, RosterOptions options) throws IOException {
        Optional<Charset> charset = charset(spool, options);
        BoundedBytes bytes = new BoundedBytes(spool.open());
        try {
            XMLStreamReader xml =
                    charset.isPresent()
                            ? PARSERS.createXMLStreamReader(
                                    JsonCharset.utf8(bytes, charset.get()), "UTF-8")
                            : PARSERS.createXMLStreamReader(bytes);
            XmlRoster roster = new XmlRoster(xml, bytes, options.report());
            roster.readRoot();
            return roster;
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    /// The charset by the byte order mark, else as the sender declares it; empty where the XML
    /// declaration decides (RFC 7303, section 3).
    private static Optional<Charset> charset(BodySpool spool, RosterOptions options)
            throws IOException {
        try (InputStream bytes = spool.open()) {
            return TextEncoding.known(bytes.readNBytes(START_BYTES), options.type());
        }
    }

    private void readRoot() throws XMLStreamException {
        while (step()) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                String root = xml.getLocalName();
                if (!ROOTS.contains(root.toLowerCase(Locale.ROOT))) {
                    throw new InvalidRequest(
                            "", "type", "A MedBiquitous Activity Report is expected.");
                }
                namespace = namespace();
                report.start(root, this::attribute);
                return;
            }
        }
        throw new InvalidRequest(Problem.unreadable("The report is empty."));
    }

    @Override
    public @Nullable String externalId() {
        return report.name();
    }

    @Override
    public List<Notice> notices() {
        return report.notices();
    }

    @Override
    public RowReader rows() {
        return this::nextRow;
    }

    private @Nullable Reading nextRow() {
        try {
            Reading row = report.poll();
            while (row == null && step()) {
                if (!isOfExtension()) {
                    tell();
                }
                row = report.poll();
            }
            return row;
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    private void tell() {
        switch (xml.getEventType()) {
            case XMLStreamConstants.START_ELEMENT ->
                    report.start(xml.getLocalName(), this::attribute);
            case XMLStreamConstants.END_ELEMENT -> report.end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    report.text(xml.getText(), MAX_TEXT_CHARS);
            default -> {}
        }
    }

    private @Nullable String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    private String namespace() {
        return xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
    }

    private boolean isOfExtension() {
        if (extension > 0) {
            if (xml.getEventType() == XMLStreamConstants.END_ELEMENT && depth < extension) {
                extension = 0;
            }
            return true;
        }
        if (xml.getEventType() == XMLStreamConstants.START_ELEMENT && isForeign(namespace())) {
            extension = depth;
        }
        return extension > 0;
    }

    private boolean isForeign(String other) {
        return !other.isEmpty() && !other.equals(namespace) && !other.contains("medbiq.org");
    }

    /// Reads the next event; false at the end of the document.
    private boolean step() throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        bytes.restart();
        int event = xml.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> depth++;
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new InvalidRequest(
                            Problem.unreadable("A report has no document type and no entities."));
            default -> {}
        }
        if (depth > MAX_DEPTH) {
            throw new InvalidRequest(Problem.unreadable("The report is nested too deeply."));
        }
        return event != XMLStreamConstants.END_DOCUMENT;
    }

    private static InvalidRequest unreadable(XMLStreamException broken) {
        String problem =
                broken.getNestedException() instanceof CharConversionException
                        ? "This is not in the charset of the report; declare it, such as application/xml;charset=windows-1252"
                        : "This is not well-formed XML within the limits";
        Location at = broken.getLocation();
        String where =
                at == null || at.getLineNumber() < 0
                        ? ""
                        : ": line %d, column %d"
                                .formatted(at.getLineNumber(), at.getColumnNumber());
        return new InvalidRequest(Problem.unreadable(problem + where + "."));
    }
}
