create table log (id bigint not null, kind text not null) partition by list (kind);
create table log_a partition of log for values in ('a');
alter table only log add constraint log_u unique (id, kind);
alter table log_a add constraint log_a_u unique (id, kind);
alter index log_u attach partition log_a_u;
