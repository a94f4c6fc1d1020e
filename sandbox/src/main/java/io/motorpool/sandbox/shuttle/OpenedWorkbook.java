package io.motorpool.sandbox.shuttle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A workbook that Motorpool has written, opened to be looked at. It is no reader of strangers' files. */
public final class OpenedWorkbook {

    private final Map<String, byte[]> parts;
    private final List<String> texts;

    private OpenedWorkbook(Map<String, byte[]> parts) throws XMLStreamException {
        this.parts = parts;
        this.texts = textsIn("xl/sharedStrings.xml");
    }

    /** By way of a file, because what tells the sizes of its parts is at its end. */
    public static OpenedWorkbook of(byte[] file) {
        try {
            Path saved = Files.createTempFile("motorpool-", ".xlsx");
            try {
                Path _ = Files.write(saved, file);
                return new OpenedWorkbook(partsOf(saved));
            } finally {
                Files.delete(saved);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("not a workbook", failed);
        } catch (XMLStreamException failed) {
            throw new IllegalArgumentException("not a workbook", failed);
        }
    }

    private static Map<String, byte[]> partsOf(Path saved) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(saved.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), part.readAllBytes());
                }
            }
        }
        return parts;
    }

    /** What each sheet says, by its name and in order: the filled cells of each row. */
    public Map<String, List<List<String>>> sheets() {
        try {
            Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
            int number = 1;
            for (String name : names()) {
                sheets.put(name, rowsOf("xl/worksheets/sheet" + number + ".xml"));
                number++;
            }
            return sheets;
        } catch (XMLStreamException failed) {
            throw new IllegalArgumentException("not a workbook", failed);
        }
    }

    private List<String> names() throws XMLStreamException {
        List<String> names = new ArrayList<>();
        XMLStreamReader xml = open("xl/workbook.xml");
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("sheet")) {
                names.add(xml.getAttributeValue(null, "name"));
            }
        }
        return names;
    }

    private List<String> textsIn(String part) throws XMLStreamException {
        List<String> found = new ArrayList<>();
        XMLStreamReader xml = open(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("t")) {
                found.add(xml.getElementText());
            }
        }
        return found;
    }

    private List<List<String>> rowsOf(String part) throws XMLStreamException {
        List<List<String>> rows = new ArrayList<>();
        XMLStreamReader xml = open(part);
        String type = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> rows.add(new ArrayList<>());
                case "c" -> type = String.valueOf(xml.getAttributeValue(null, "t"));
                case "v" -> rows.getLast().add(text(type, xml.getElementText()));
                case "t" -> rows.getLast().add(xml.getElementText());
                default -> {}
            }
        }
        return rows;
    }

    private String text(String type, String value) {
        return type.equals("s") ? texts.get(Integer.parseInt(value)) : value;
    }

    private XMLStreamReader open(String part) throws XMLStreamException {
        byte[] bytes = parts.get(part);
        if (bytes == null) {
            throw new IllegalArgumentException("a workbook without " + part);
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }
}
