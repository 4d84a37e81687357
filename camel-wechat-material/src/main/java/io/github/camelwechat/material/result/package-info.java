/**
 * Results of the operations: public records, with WeChat's fields. As message bodies they convert to JSON with WeChat's
 * field names (String, byte[], InputStream) and to a Map. What is in them comes from outside: names, addresses and
 * titles are to be treated as untrusted.
 * <p>
 * Public API: read them by their accessors. WeChat adds fields now and then, and then so do these records, so do not
 * make or take apart any in your own code but in tests.
 */
@NullMarked
package io.github.camelwechat.material.result;

import org.jspecify.annotations.NullMarked;
