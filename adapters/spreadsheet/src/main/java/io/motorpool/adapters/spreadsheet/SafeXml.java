package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The elements of a part, one after the other. Nothing outside of it is ever fetched, and entities are refused. */
final class SafeXml implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream stream;
    private final XMLStreamReader xml;

    SafeXml(InputStream stream) {
        this.stream = stream;
        try {
            this.xml = FACTORY.createXMLStreamReader(stream);
        } catch (XMLStreamException _) {
            throw new UnreadableException(Unreadable.NOT_A_WORKBOOK);
        }
    }

    private static XMLInputFactory factory() {
        // The JDK's own: what else lies on the class path has other habits.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** The next beginning or end of an element, or text; false at the end of the part. */
    boolean next() {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new UnreadableException(Unreadable.DANGEROUS);
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        || event == XMLStreamConstants.END_ELEMENT
                        || xml.isCharacters()) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException failed) {
            if (failed.getNestedException() instanceof UnreadableException refused) {
                throw refused;
            }
            throw new UnreadableException(Unreadable.NOT_A_WORKBOOK);
        }
    }

    boolean begins(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    boolean isText() {
        return xml.isCharacters();
    }

    String text() {
        return xml.getText();
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    @Override
    public void close() {
        try {
            xml.close();
            stream.close();
        } catch (XMLStreamException | IOException _) {
            throw new UnreadableException(Unreadable.NOT_A_WORKBOOK);
        }
    }
}
