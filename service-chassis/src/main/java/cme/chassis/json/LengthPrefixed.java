package cme.chassis.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values one after the other as bytes to be hashed or signed. Each is preceded by its length in
/// bytes (four bytes, the highest first; -1 for a value that is missing), so that nothing can move
/// from one value to the next.
public final class LengthPrefixed {

    private static final int MISSING = -1;

    private final List<byte @Nullable []> values = new ArrayList<>();
    private int length;

    /// Adds a text in UTF-8.
    public LengthPrefixed add(@Nullable String text) {
        return add(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    /// Adds bytes as they are.
    public LengthPrefixed add(byte @Nullable [] value) {
        values.add(value);
        length += Integer.BYTES + (value == null ? 0 : value.length);
        return this;
    }

    /// All values in order.
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (byte[] value : values) {
            if (value == null) {
                bytes.putInt(MISSING);
            } else {
                bytes.putInt(value.length).put(value);
            }
        }
        return bytes.array();
    }
}
