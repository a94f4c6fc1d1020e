package io.motorpool.domain.identity;

import io.motorpool.domain.shared.Text;

/**
 * What a session's device is called in the list of sessions: enough for its owner to know it again.
 *
 * @param value 1 to 60 characters
 */
public record DeviceLabel(String value) {

    public static final int LONGEST = 60;

    public DeviceLabel {
        Text.check("a device", value, LONGEST);
    }
}
