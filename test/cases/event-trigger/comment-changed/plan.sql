-- up
comment on event trigger a is null;
comment on event trigger b is 'two';

-- down
comment on event trigger a is 'one';
comment on event trigger b is null;
