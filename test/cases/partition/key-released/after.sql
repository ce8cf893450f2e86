create table log (id bigint not null, kind text not null) partition by list (kind);
create table log_a partition of log for values in ('a');
alter table log_a add constraint log_a_k primary key (id, kind);
