/**
 * What is driven for a company, by which vehicle and at what price: routes, slots, timetables, rates, runs, vehicle
 * contracts and the charge of a run. It is a context of its own, apart from settlement, because it is another team's day:
 * operators dispatch and report here around the clock, and what they write down is true whether or not anybody ever bills
 * it. Settlement reads these facts and never writes them; all that comes back from it is which months are closed.
 */
@NullMarked
package io.motorpool.domain.route;

import org.jspecify.annotations.NullMarked;
