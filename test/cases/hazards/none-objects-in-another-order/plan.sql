-- up

-- down
