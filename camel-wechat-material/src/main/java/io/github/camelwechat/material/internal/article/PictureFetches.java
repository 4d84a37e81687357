package io.github.camelwechat.material.internal.article;

import io.github.camelwechat.material.internal.call.Call;
import io.github.camelwechat.material.internal.fetch.FetchAddress;
import io.github.camelwechat.material.internal.fetch.Fetched;

/** Gets pictures of other hosts, by the rules of an endpoint. Thread-safe. */
@FunctionalInterface
public interface PictureFetches {

    /** Fetches a picture. Whoever gets the result closes it. */
    Call<Fetched> fetch(FetchAddress address);
}
