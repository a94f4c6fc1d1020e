package io.motorpool.application.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several callers do the same at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of them got, in no order. */
    public static <T> List<T> each(List<Callable<T>> callers) {
        CyclicBarrier start = new CyclicBarrier(callers.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> caller : callers) {
                running.add(threads.submit(() -> {
                    var _ = start.await();
                    return caller.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    public static <T> List<T> times(int callers, Callable<T> work) {
        List<Callable<T>> all = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            all.add(work);
        }
        return each(all);
    }
}
