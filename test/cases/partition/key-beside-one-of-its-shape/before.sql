create table log (id bigint, kind text) partition by list (kind);
create table log_a partition of log for values in ('a');
alter table log_a add constraint log_a_mine unique (id, kind);
