create table log (id bigint, kind text) partition by list (kind);
create table log_a partition of log for values in ('a');
create table log_b partition of log for values in ('b');
create index log_id on only log (id);
create index log_a_id on log_a (id);
alter index log_id attach partition log_a_id;
