create table log (id bigint not null, kind text not null) partition by list (kind);
create table log_a partition of log for values in ('a');
alter table only log add constraint log_pkey primary key (id, kind);
