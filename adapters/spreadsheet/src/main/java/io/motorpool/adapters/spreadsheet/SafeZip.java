package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.settlement.ExtraCostWorkbooks;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of a workbook. Its table of contents is checked before anything is unpacked; and because a table can lie, every
 * byte that is unpacked is counted.
 */
final class SafeZip implements AutoCloseable {

    /** A workbook of one sheet has a dozen parts. */
    private static final int MOST_PARTS = 100;

    /** Ten thousand full rows unpack to about six million bytes. */
    private static final long MOST_UNPACKED = 32L * 1024 * 1024;

    private final Path file;
    private final ZipFile zip;
    private long unpacked;

    private SafeZip(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    static SafeZip of(byte[] bytes) {
        checkBegin(bytes);
        try {
            // Only a file has a table of contents for the JDK. It is created for this process' user alone.
            Path file = Files.createTempFile("motorpool-", ".xlsx");
            try {
                Path _ = Files.write(file, bytes);
                SafeZip zip = new SafeZip(file, new ZipFile(file.toFile()));
                zip.checkContents();
                return zip;
            } catch (ZipException _) {
                boolean _ = Files.deleteIfExists(file);
                throw new UnreadableException(Unreadable.NOT_A_WORKBOOK);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot keep a workbook for a moment", failed);
        }
    }

    private static void checkBegin(byte[] bytes) {
        if (bytes.length > ExtraCostWorkbooks.LARGEST) {
            throw new UnreadableException(Unreadable.TOO_LARGE);
        }
        if (begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableException(Unreadable.OLD_OR_PROTECTED);
        }
        if (!begins(bytes, 'P', 'K', 3, 4)) {
            throw new UnreadableException(Unreadable.NOT_A_WORKBOOK);
        }
    }

    private static boolean begins(byte[] bytes, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private void checkContents() {
        try {
            Set<String> names = new HashSet<>();
            long declared = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                declared += Math.max(0, entry.getSize());
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (!names.add(name) || names.size() > MOST_PARTS || declared > MOST_UNPACKED || name.contains("..")) {
                    throw new UnreadableException(Unreadable.DANGEROUS);
                }
                if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")) {
                    throw new UnreadableException(Unreadable.MACROS);
                }
            }
            if (!names.contains("[content_types].xml") || !names.contains("xl/workbook.xml")) {
                throw new UnreadableException(Unreadable.NOT_A_WORKBOOK);
            }
        } catch (UnreadableException refused) {
            close();
            throw refused;
        }
    }

    List<String> names(String start, String end) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(start) && name.endsWith(end))
                .toList();
    }

    /** The content of a part, as far as the whole workbook may unpack. */
    Optional<InputStream> open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? Optional.empty() : Optional.of(new Counted(zip.getInputStream(entry)));
    }

    @Override
    public void close() {
        try {
            zip.close();
            boolean _ = Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot put a workbook away", failed);
        }
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream packed) {
            super(packed);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) {
            unpacked += more;
            if (unpacked > MOST_UNPACKED) {
                throw new UnreadableException(Unreadable.DANGEROUS);
            }
        }
    }
}
