-- up
comment on publication p is 'P.';

-- down
comment on publication p is null;
