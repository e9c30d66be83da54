"""Places on the map. The only room that imports geopandas, shapely and pyproj."""
