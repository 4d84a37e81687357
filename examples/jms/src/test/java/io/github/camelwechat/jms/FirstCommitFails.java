package io.github.camelwechat.jms;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Connections to a real broker; only that the first commit of a session that has received a message fails. */
public final class FirstCommitFails extends ActiveMQConnectionFactory {

    private static final long serialVersionUID = 1;

    private final AtomicBoolean failed = new AtomicBoolean();

    @Override
    public Connection createConnection() throws JMSException {
        return intercept(Connection.class, super.createConnection(),
                (call, result) -> call.equals("createSession") ? session((Session) result.get()) : result.get());
    }

    private Session session(Session session) {
        AtomicBoolean received = new AtomicBoolean();
        return intercept(Session.class, session, (call, result) -> {
            if (call.equals("createConsumer")) {
                return consumer((MessageConsumer) result.get(), received);
            }
            if (call.equals("commit") && received.get() && failed.compareAndSet(false, true)) {
                throw new JMSException("The connection broke before the commit arrived");
            }
            return result.get();
        });
    }

    private static MessageConsumer consumer(MessageConsumer consumer, AtomicBoolean received) {
        return intercept(MessageConsumer.class, consumer, (call, result) -> {
            Object message = result.get();
            if (call.equals("receive") && message != null) {
                received.set(true);
            }
            return message;
        });
    }

    private static <T> T intercept(Class<T> type, T target, Interception interception) {
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (self, method, arguments) -> {
            if (method.getName().equals("equals")) {
                // by this Spring knows the session that it has lent
                return self == arguments[0];
            }
            return interception.of(method.getName(), () -> {
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        });
        return type.cast(proxy);
    }

    private interface Interception {
        Object of(String call, Result result) throws Throwable;
    }

    private interface Result {
        Object get() throws Throwable;
    }
}
