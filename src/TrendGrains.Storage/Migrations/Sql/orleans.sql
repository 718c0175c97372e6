-- Tables and statements that Orleans' ADO.NET providers (clustering, grain storage, reminders) use on PostgreSQL.
-- The providers read every statement from OrleansQuery by its key; they fix the names of parameters and result columns,
-- the statements themselves are ours. May be run again at any time.

create table if not exists OrleansQuery
(
    QueryKey varchar(64) primary key,
    QueryText varchar(8000) not null
);

-- State of grains. A null payload is a cleared state; the version is the ETag and is never reused.
create table if not exists OrleansStorage
(
    GrainIdHash integer not null,
    GrainIdN0 bigint not null,
    GrainIdN1 bigint not null,
    GrainTypeHash integer not null,
    GrainTypeString varchar(512) not null,
    GrainIdExtensionString varchar(512),
    ServiceId varchar(150) not null,
    PayloadBinary bytea,
    ModifiedOn timestamp not null,
    Version integer
);

-- One row a state, also when two silos write the first version at once. The texts may be too long for an index, their digest is not.
create unique index if not exists OrleansStorage_State on OrleansStorage
    (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, md5(ServiceId || '/' || GrainTypeString || '/' || coalesce(GrainIdExtensionString, '')));

create table if not exists OrleansRemindersTable
(
    ServiceId varchar(150) not null,
    GrainId varchar(150) not null,
    ReminderName varchar(150) not null,
    StartTime timestamptz(3) not null,
    Period bigint not null,
    GrainHash integer not null,
    Version integer not null,
    primary key (ServiceId, GrainId, ReminderName)
);

-- A silo owns a range of hashes.
create index if not exists OrleansRemindersTable_Ring on OrleansRemindersTable (ServiceId, GrainHash);

-- One row a cluster: every change of its members raises the version.
create table if not exists OrleansMembershipVersionTable
(
    DeploymentId varchar(150) primary key,
    Timestamp timestamptz(3) not null default now(),
    Version integer not null default 0
);

create table if not exists OrleansMembershipTable
(
    DeploymentId varchar(150) not null references OrleansMembershipVersionTable (DeploymentId),
    Address varchar(45) not null,
    Port integer not null,
    Generation integer not null,
    SiloName varchar(150) not null,
    HostName varchar(150) not null,
    Status integer not null,
    ProxyPort integer,
    SuspectTimes varchar(8000),
    StartTime timestamptz(3) not null,
    IAmAliveTime timestamptz(3) not null,
    primary key (DeploymentId, Address, Port, Generation)
);

insert into OrleansQuery (QueryKey, QueryText) values

-- Grain storage. A write with a version replaces that version, a write without one makes the row. Whoever comes too late gets
-- back the version it sent, or null, which the provider reports as a conflict.
('ReadFromStorageKey', $sql$
    select PayloadBinary, Version
    from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
        and GrainTypeString = @GrainTypeString and ServiceId = @ServiceId
        and GrainIdExtensionString is not distinct from @GrainIdExtensionString
$sql$),

('WriteToStorageKey', $sql$
    with replaced as
    (
        update OrleansStorage
        set PayloadBinary = @PayloadBinary, ModifiedOn = now() at time zone 'utc', Version = Version + 1
        where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
            and GrainTypeString = @GrainTypeString and ServiceId = @ServiceId
            and GrainIdExtensionString is not distinct from @GrainIdExtensionString
            and Version = @GrainStateVersion::integer
        returning Version
    ), made as
    (
        insert into OrleansStorage
            (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
        select @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, @GrainIdExtensionString, @ServiceId, @PayloadBinary,
            now() at time zone 'utc', 1
        where @GrainStateVersion::integer is null
        on conflict do nothing
        returning Version
    )
    select coalesce((select Version from replaced), (select Version from made), @GrainStateVersion::integer) as NewGrainStateVersion
$sql$),

('ClearStorageKey', $sql$
    update OrleansStorage
    set PayloadBinary = null, ModifiedOn = now() at time zone 'utc', Version = Version + 1
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
        and GrainTypeString = @GrainTypeString and ServiceId = @ServiceId
        and GrainIdExtensionString is not distinct from @GrainIdExtensionString
        and Version = @GrainStateVersion::integer
    returning Version as NewGrainStateVersion
$sql$),

-- The provider compares with the version it sent, so a deletion reports the version that would have come next.
('DeleteStorageKey', $sql$
    delete from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
        and GrainTypeString = @GrainTypeString and ServiceId = @ServiceId
        and GrainIdExtensionString is not distinct from @GrainIdExtensionString
        and Version = @GrainStateVersion::integer
    returning Version + 1 as NewGrainStateVersion
$sql$),

-- Reminders.
('UpsertReminderRowKey', $sql$
    insert into OrleansRemindersTable as known (ServiceId, GrainId, ReminderName, StartTime, Period, GrainHash, Version)
    values (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    on conflict (ServiceId, GrainId, ReminderName) do update
    set StartTime = excluded.StartTime, Period = excluded.Period, GrainHash = excluded.GrainHash, Version = known.Version + 1
    returning Version
$sql$),

('ReadReminderRowsKey', $sql$
    select GrainId, ReminderName, StartTime, Period, Version
    from OrleansRemindersTable
    where ServiceId = @ServiceId and GrainId = @GrainId
$sql$),

('ReadReminderRowKey', $sql$
    select GrainId, ReminderName, StartTime, Period, Version
    from OrleansRemindersTable
    where ServiceId = @ServiceId and GrainId = @GrainId and ReminderName = @ReminderName
$sql$),

-- The ring is open at its beginning and closed at its end; the second form is the part that wraps around.
('ReadRangeRows1Key', $sql$
    select GrainId, ReminderName, StartTime, Period, Version
    from OrleansRemindersTable
    where ServiceId = @ServiceId and GrainHash > @BeginHash and GrainHash <= @EndHash
$sql$),

('ReadRangeRows2Key', $sql$
    select GrainId, ReminderName, StartTime, Period, Version
    from OrleansRemindersTable
    where ServiceId = @ServiceId and (GrainHash > @BeginHash or GrainHash <= @EndHash)
$sql$),

('DeleteReminderRowKey', $sql$
    with gone as
    (
        delete from OrleansRemindersTable
        where ServiceId = @ServiceId and GrainId = @GrainId and ReminderName = @ReminderName and Version = @Version
        returning 1
    )
    select count(*)::integer from gone
$sql$),

('DeleteReminderRowsKey', $sql$
    delete from OrleansRemindersTable where ServiceId = @ServiceId
$sql$),

-- Membership. A change takes effect only together with the next version of its cluster; the version's row serialises the silos.
('InsertMembershipVersionKey', $sql$
    with made as
    (
        insert into OrleansMembershipVersionTable (DeploymentId) values (@DeploymentId)
        on conflict do nothing
        returning 1
    )
    select count(*)::integer from made
$sql$),

('InsertMembershipKey', $sql$
    with raised as
    (
        update OrleansMembershipVersionTable
        set Timestamp = now(), Version = Version + 1
        where DeploymentId = @DeploymentId and Version = @Version
            and not exists
            (
                select 1 from OrleansMembershipTable
                where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation
            )
        returning DeploymentId
    ), made as
    (
        insert into OrleansMembershipTable
            (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
        select DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
        from raised
        returning 1
    )
    select count(*)::integer from made
$sql$),

('UpdateMembershipKey', $sql$
    with raised as
    (
        update OrleansMembershipVersionTable
        set Timestamp = now(), Version = Version + 1
        where DeploymentId = @DeploymentId and Version = @Version
            and exists
            (
                select 1 from OrleansMembershipTable
                where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation
            )
        returning DeploymentId
    ), changed as
    (
        update OrleansMembershipTable as silo
        set Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
        from raised
        where silo.DeploymentId = raised.DeploymentId and silo.Address = @Address and silo.Port = @Port and silo.Generation = @Generation
        returning 1
    )
    select count(*)::integer from changed
$sql$),

('UpdateIAmAlivetimeKey', $sql$
    update OrleansMembershipTable
    set IAmAliveTime = @IAmAliveTime
    where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation
$sql$),

-- The version comes even where there is no such silo, or none at all.
('MembershipReadRowKey', $sql$
    select cluster.DeploymentId, silo.Address, silo.Port, silo.Generation, silo.SiloName, silo.HostName, silo.Status, silo.ProxyPort,
        silo.SuspectTimes, silo.StartTime, silo.IAmAliveTime, cluster.Version
    from OrleansMembershipVersionTable as cluster
    left join OrleansMembershipTable as silo
        on silo.DeploymentId = cluster.DeploymentId and silo.Address = @Address and silo.Port = @Port and silo.Generation = @Generation
    where cluster.DeploymentId = @DeploymentId
$sql$),

('MembershipReadAllKey', $sql$
    select cluster.DeploymentId, silo.Address, silo.Port, silo.Generation, silo.SiloName, silo.HostName, silo.Status, silo.ProxyPort,
        silo.SuspectTimes, silo.StartTime, silo.IAmAliveTime, cluster.Version
    from OrleansMembershipVersionTable as cluster
    left join OrleansMembershipTable as silo on silo.DeploymentId = cluster.DeploymentId
    where cluster.DeploymentId = @DeploymentId
$sql$),

('GatewaysQueryKey', $sql$
    select Address, ProxyPort, Generation
    from OrleansMembershipTable
    where DeploymentId = @DeploymentId and Status = @Status and ProxyPort > 0
$sql$),

('DeleteMembershipTableEntriesKey', $sql$
    delete from OrleansMembershipTable where DeploymentId = @DeploymentId;
    delete from OrleansMembershipVersionTable where DeploymentId = @DeploymentId;
$sql$),

-- 3 is an active silo.
('CleanupDefunctSiloEntriesKey', $sql$
    delete from OrleansMembershipTable
    where DeploymentId = @DeploymentId and IAmAliveTime < @IAmAliveTime and Status <> 3
$sql$)

on conflict (QueryKey) do update set QueryText = excluded.QueryText;
