package io.motorpool.adapters.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;

/**
 * Says in a workbook that it was created when its content was decided, and not when somebody downloaded it: the library that
 * writes it notes the present moment, and offers no other. Only that one part is replaced, unpacked as it is; everything
 * behind it moves, nothing is packed anew.
 */
final class Stamp {

    private static final byte[] PART = "docProps/core.xml".getBytes(StandardCharsets.US_ASCII);

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final short VERSION = 20;

    private final ByteBuffer workbook;
    private final byte[] content;
    private final int crc;

    private Stamp(byte[] workbook, Instant created) {
        this.workbook = ByteBuffer.wrap(workbook).order(ByteOrder.LITTLE_ENDIAN);
        this.content = xml(created).getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(content);
        this.crc = (int) sum.getValue();
    }

    static byte[] on(byte[] workbook, Instant created) {
        return new Stamp(workbook, created).stamped();
    }

    private static String xml(Instant created) {
        return """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
                <dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>\
                <dc:creator>Motorpool</dc:creator></cp:coreProperties>""".formatted(created);
    }

    private byte[] stamped() {
        int end = workbook.capacity() - END_LENGTH;
        int contents = workbook.getInt(end + 16);
        int entry = entry(contents, end);
        int begin = workbook.getInt(entry + 42);
        int behind = behind(begin, contents, end);
        int moved = LOCAL_LENGTH + PART.length + content.length - (behind - begin);

        ByteBuffer stamped = ByteBuffer.allocate(workbook.capacity() + moved).order(ByteOrder.LITTLE_ENDIAN);
        stamped.put(0, workbook, 0, begin);
        local(stamped, begin);
        stamped.put(behind + moved, workbook, behind, workbook.capacity() - behind);
        central(stamped, contents, end, begin, moved);
        stamped.putInt(end + moved + 16, contents + moved);
        return stamped.array();
    }

    private void local(ByteBuffer stamped, int at) {
        stamped.position(at);
        stamped.putInt(LOCAL)
                .putShort(VERSION)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        stamped.putInt(crc).putInt(content.length).putInt(content.length);
        stamped.putShort((short) PART.length).putShort((short) 0).put(PART).put(content);
    }

    /** Where things are: all that stood behind has moved. */
    private void central(ByteBuffer stamped, int contents, int end, int begin, int moved) {
        for (int at = contents; at < end; at += length(at)) {
            int place = workbook.getInt(at + 42);
            if (place == begin) {
                stamped.putShort(at + moved + 6, VERSION).putShort(at + moved + 8, (short) 0);
                stamped.putShort(at + moved + 10, (short) 0).putInt(at + moved + 16, crc);
                stamped.putInt(at + moved + 20, content.length).putInt(at + moved + 24, content.length);
            } else if (place > begin) {
                stamped.putInt(at + moved + 42, place + moved);
            }
        }
    }

    private int entry(int contents, int end) {
        for (int at = contents; at < end; at += length(at)) {
            if (workbook.getShort(at + 28) == PART.length
                    && workbook.slice(at + CENTRAL_LENGTH, PART.length).equals(ByteBuffer.wrap(PART))) {
                return at;
            }
        }
        throw new IllegalStateException("the workbook does not say when it was created");
    }

    private int behind(int begin, int contents, int end) {
        int next = contents;
        for (int at = contents; at < end; at += length(at)) {
            int place = workbook.getInt(at + 42);
            if (place > begin && place < next) {
                next = place;
            }
        }
        return next;
    }

    private int length(int at) {
        if (workbook.getInt(at) != CENTRAL) {
            throw new IllegalStateException("the workbook's table of contents cannot be read");
        }
        return CENTRAL_LENGTH + workbook.getShort(at + 28) + workbook.getShort(at + 30) + workbook.getShort(at + 32);
    }
}
