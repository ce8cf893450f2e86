create table log (id bigint, kind text) partition by list (kind);
create table log_a partition of log for values in ('a');
alter table log add constraint log_u unique (id, kind);
