package io.motorpool.bootstrap;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.Members;
import io.motorpool.application.drivinglog.CloseDrivingLog;
import io.motorpool.application.drivinglog.CloseDrivingLogService;
import io.motorpool.application.drivinglog.DrivingLogQueries;
import io.motorpool.application.drivinglog.DrivingLogQueriesService;
import io.motorpool.application.drivinglog.DrivingLogWorkbooks;
import io.motorpool.application.drivinglog.ExportDrivingLog;
import io.motorpool.application.drivinglog.ExportDrivingLogService;
import io.motorpool.application.drivinglog.LogBinder;
import io.motorpool.application.drivinglog.LogClosings;
import io.motorpool.application.drivinglog.LogDesk;
import io.motorpool.application.drivinglog.LogExports;
import io.motorpool.application.drivinglog.LogFacts;
import io.motorpool.application.drivinglog.LogFiles;
import io.motorpool.application.drivinglog.LogSources;
import io.motorpool.application.drivinglog.LookAfterDrivingLog;
import io.motorpool.application.drivinglog.LookAfterDrivingLogService;
import io.motorpool.application.fleet.PlanWindows;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.shared.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** The use cases of the driving log's context. */
@ApplicationScoped
class DrivingLogUseCases {

    @Produces
    @Singleton
    LogDesk desk(
            Vehicles vehicles,
            Members members,
            PlanWindows windows,
            LogSources sources,
            LogFacts facts,
            LogClosings closings) {
        return new LogDesk(vehicles, members, windows, sources, facts, closings);
    }

    @Produces
    @Singleton
    LogBinder binder(UnitOfWork unitOfWork, LogSources sources, LogDesk desk, DrivingLogWorkbooks workbooks) {
        return new LogBinder(unitOfWork, sources, desk, workbooks);
    }

    @Produces
    @Singleton
    DrivingLogQueries queries(
            UnitOfWork unitOfWork,
            Companies companies,
            Vehicles vehicles,
            LogFacts facts,
            LogClosings closings,
            LogDesk desk) {
        return new DrivingLogQueriesService(unitOfWork, companies, vehicles, facts, closings, desk);
    }

    @Produces
    @Singleton
    LookAfterDrivingLogService.Ports ports(
            Companies companies,
            Vehicles vehicles,
            Members members,
            LogSources sources,
            LogFacts facts,
            LogClosings closings) {
        return new LookAfterDrivingLogService.Ports(companies, vehicles, members, sources, facts, closings);
    }

    @Produces
    @Singleton
    LookAfterDrivingLog lookAfter(
            UnitOfWork unitOfWork,
            LookAfterDrivingLogService.Ports ports,
            LogDesk desk,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new LookAfterDrivingLogService(unitOfWork, ports, desk, journal, clock, nextId);
    }

    @Produces
    @Singleton
    ExportDrivingLog export(
            UnitOfWork unitOfWork,
            Companies companies,
            LogExports exports,
            LogFiles files,
            LogDesk desk,
            LogBinder binder,
            Clock clock,
            Supplier<UUID> nextId) {
        return new ExportDrivingLogService(unitOfWork, companies, exports, files, desk, binder, clock, nextId);
    }

    @Produces
    @Singleton
    CloseDrivingLog close(
            UnitOfWork unitOfWork,
            Companies companies,
            LogFacts facts,
            LogClosings closings,
            LogFiles files,
            LogBinder binder,
            Journal journal,
            Clock clock) {
        return new CloseDrivingLogService(unitOfWork, companies, facts, closings, files, binder, journal, clock);
    }
}
