package io.github.camelwechat.material.internal.media;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;

/**
 * Play time of audio, read off the bytes without decoding them. What is damaged counts as far as it can be read: the
 * time found is never longer than what the file has or says.
 */
interface PlayTime {

    /** Returns the play time of audio in one format, from its first byte. */
    Duration of(ForwardReader in) throws IOException;

    /** {@return zero where nothing can be found} */
    static Duration of(MediaFormat format, Content content) throws IOException {
        PlayTime time = switch (format) {
            case MP3 -> new Mp3PlayTime();
            case WAV -> new WavPlayTime();
            case AMR -> new AmrPlayTime();
            case WMA -> new WmaPlayTime();
            default -> in -> Duration.ZERO;
        };
        try (ReadableByteChannel channel = content.open()) {
            return time.of(new ForwardReader(channel, content.length()));
        }
    }
}
