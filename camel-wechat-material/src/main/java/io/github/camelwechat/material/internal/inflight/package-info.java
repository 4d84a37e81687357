/**
 * Exchanges under way, bounded without a lock-up. Free of accounts, and of how an outcome gets onto an exchange.
 * <p>
 * A <em>permit</em> is the right to be on the wire. Waiting for one holds no thread. It is given back as soon as the
 * connection is free.
 * <p>
 * A <em>slot</em> is the right to be under way without a waiting thread. There are twice as many as permits. Whoever
 * brings an exchange tries for one, never waits for it, and hands the request on in either case:
 *
 * <pre>
 *                          slot?
 *   process(exchange) ──────┬── yes ─▶ return false; the thread is free
 *                           │            outcome ─▶ a worker writes it, calls done(false), gives the slot back
 *                           │
 *                           └── no ──▶ the thread waits for whichever is first:
 *                                        a slot that is given back ─▶ return false, on as above
 *                                        its own outcome           ─▶ done(true), return true
 * </pre>
 *
 * So a thread waits for the network alone, never for what stands behind another exchange. A worker that brings an
 * exchange itself may take one of a small reserve of slots; these are repaid before anybody else gets one.
 * <p>
 * An account has bounds of its own, with itself as their one <em>owner</em>. Bounds may have thousands of owners: the
 * merchants of a platform. A permit or slot that is given back goes to the owner that has gone longest without a grant,
 * however many exchanges of the others wait, and there to the first one. An owner exists only as its view of the
 * bounds. The reserve is of all owners together: with one for each of them, exchanges with a slot would outnumber the
 * workers, and lock each other up.
 * <p>
 * Workers run user code, which may wait for other workers. While all of them are held up and tasks wait, their number
 * doubles, up to the number of slots of all bounds. Internal: not part of the public API.
 */
@NullMarked
package io.github.camelwechat.material.internal.inflight;

import org.jspecify.annotations.NullMarked;
